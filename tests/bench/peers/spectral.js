// For Spectral: a practice file gives no results if none of the six notes of rules/spruce.yaml is open.
import { schema } from "@stoplight/spectral-functions";

const on = (day) => new Date(day).getTime();
const yes = { enum: ["yes", true] };
const group = (properties) => ({ type: "object", required: Object.keys(properties), properties });
const requires = (properties) => ({ function: schema, functionOptions: { schema: group(properties) } });
const sent = { enum: ["secure_conversation", "not_used"] };

const by_first_use = (keys) => (spruce) =>
    keys.some(([part, key]) => on(spruce[part]?.[key]) <= on(spruce.first_client_use))
        ? []
        : [{ message: "Spruce was used with clients before it was ready for them." }];

const smsClients = ({ sms_clients, sms_clients_informed, sms_clients_analyzed }) =>
    sms_clients === 0 || (sms_clients_informed >= sms_clients && sms_clients_analyzed >= sms_clients)
        ? []
        : [{ message: "Not all clients who text by SMS know the risks." }];

const rule = (message, given, ...then) => ({ message, severity: "error", given, then });

export default {
    rules: {
        "baa-requested": rule(
            "Get a BAA.",
            "$.products.spruce",
            requires({ baa: group({ status: { const: "executed" }, executed_on: {}, copy_on_file: yes }) }),
            { function: by_first_use([["baa", "executed_on"]]) },
        ),
        "secure-first-texting": rule(
            "Text in the app.",
            "$.products.spruce.texting",
            requires({ default: { enum: ["app", "no_texting"] }, sms_clients: {} }),
            {
                function: schema,
                functionOptions: {
                    schema: {
                        anyOf: [
                            group({ default: { const: "no_texting" }, sms_clients: { const: 0 } }),
                            group({ default: { const: "app" }, norm_explained: yes }),
                        ],
                    },
                },
            },
            { function: smsClients },
        ),
        "voice-only-number": rule(
            "Tell clients what the number is for.",
            "$.products.spruce.phone",
            requires({ number: yes, clients_told_voice_only: { const: "all" } }),
        ),
        "secure-conversation": rule(
            "Send securely.",
            "$.products.spruce.sends",
            requires({ messages: sent, payment_requests: sent, payment_receipts: sent, other: sent }),
        ),
        "care-team-email": rule(
            "Keep the mailbox for the care team.",
            "$.products.spruce",
            requires({ email: group({ used_for: { type: "array", items: { const: "care_team" } } }) }),
        ),
        "paid-tier": rule(
            "Pay for Spruce.",
            "$.products.spruce",
            requires({ plan: group({ tier: { enum: ["basic", "communicator", "enterprise", "other_paid"] } }) }),
            { function: by_first_use([["plan", "paid_since"], ["baa", "executed_on"]]) },
        ),
    },
};
