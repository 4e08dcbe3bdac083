# An image with nothing in it but the program. It has no shell and needs no network; what it reads is below /data:
#   docker build --tag hipaa-check .
#   docker run --rm --network none --volume "$PWD:/data:ro" hipaa-check practices
# To write reports with -o, leave out `:ro`, and add --user "$(id -u):$(id -g)" so that they are yours.
FROM debian:12-slim AS build
WORKDIR /source
COPY dev ./
RUN ./dev deps
COPY . .
# A long report is gathered in /tmp.
RUN ./dev build \
    && install -D --strip build/release/hipaa-check /image/hipaa-check \
    && install -d -m 1777 /image/tmp

FROM scratch
COPY --from=build /image/ /
USER 65534:65534
WORKDIR /data
ENTRYPOINT ["/hipaa-check"]
