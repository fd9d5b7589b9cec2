# syntax=docker/dockerfile:1
# Two stages: one that builds, with the dependencies in a layer of their own, and a small one that runs.

FROM rust:1.95-slim-bookworm AS build
WORKDIR /build
# The dependencies alone first: this layer is built anew only when Cargo.toml or Cargo.lock change.
# Cargo.toml names a benchmark, and cargo wants to see its file: an empty one will do for good.
COPY Cargo.toml Cargo.lock ./
RUN mkdir src benches \
    && echo '//! Stands in for the library.' > src/lib.rs \
    && echo 'fn main() {}' > src/main.rs \
    && echo 'fn main() {}' > benches/understand.rs \
    && cargo build --release --locked \
    && rm -r src
COPY src src
COPY data data
# The stand-ins are newer than the sources may be: touched, so that cargo sees the change.
RUN touch src/lib.rs src/main.rs \
    && cargo build --release --locked \
    && target/release/league-bot check

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin league
COPY --from=build /build/target/release/league-bot /usr/local/bin/league-bot
USER 10001
# The runtime is whole if the binary starts here and its data is well.
RUN ["league-bot", "check"]
ENTRYPOINT ["league-bot"]
CMD ["telegram"]
