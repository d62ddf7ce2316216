# nakhon in a small image. In the folder that holds content/:
#   docker run --rm -v "$PWD:/site" nakhon build
FROM docker.io/library/rust:1-slim-bookworm AS build
WORKDIR /src
COPY . .
# The commit, where the folder .git is not at hand: --build-arg NAKHON_COMMIT=$(git rev-parse HEAD)
ARG NAKHON_COMMIT=""
# --target keeps the flag from the programs that only build: their plugins cannot be static.
RUN NAKHON_COMMIT="$NAKHON_COMMIT" RUSTFLAGS="-C target-feature=+crt-static" \
    cargo build --profile dist --locked --bin nakhon --target "$(rustc --print host-tuple)" \
    && cp target/*/dist/nakhon /nakhon

FROM docker.io/library/debian:bookworm-slim
# git tells when each file was changed; certificates are for stores and links to other sites.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory /site
COPY --from=build /nakhon /usr/local/bin/nakhon
WORKDIR /site
ENTRYPOINT ["nakhon"]
CMD ["--help"]
