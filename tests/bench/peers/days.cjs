// For ajv-cli, which has no keyword that compares two days: `notAfter` holds the other one.
module.exports = (ajv) =>
    ajv.addKeyword({
        keyword: "notAfter",
        $data: true,
        validate: (other, day) => new Date(day) <= new Date(other),
    });
