# nakhon in a small image. In the folder that holds content/:
#   docker run --rm -v "$PWD:/site" nakhon build
FROM rust:1-alpine AS build
RUN apk add --no-cache build-base
WORKDIR /src
COPY . .
# The commit, where the folder .git is not at hand: --build-arg NAKHON_COMMIT=$(git rev-parse HEAD)
ARG NAKHON_COMMIT=""
RUN NAKHON_COMMIT="$NAKHON_COMMIT" cargo build --release --locked --bin nakhon

FROM alpine:3
# git tells when each file was changed; certificates are for stores and links to other sites.
RUN apk add --no-cache ca-certificates git \
    && git config --system --add safe.directory /site
COPY --from=build /src/target/release/nakhon /usr/local/bin/nakhon
WORKDIR /site
ENTRYPOINT ["nakhon"]
CMD ["--help"]
