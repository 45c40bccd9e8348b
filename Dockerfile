# The service in a container: Debian, no build step, no compiler, not root. docs/operating.md says how to run it.

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings its Node, and no package needs an install script.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
# MALLOC_…: the C library would keep 25 MB more otherwise.
ENV NODE_ENV=production \
    MALLOC_ARENA_MAX=2 \
    MALLOC_TRIM_THRESHOLD_=131072 \
    BACKSTORY_HOST=0.0.0.0 \
    BACKSTORY_PORT=3000 \
    BACKSTORY_DATA=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE CHANGELOG.md ./
COPY content ./content
COPY src ./src
COPY adapters ./adapters
RUN mkdir /data && chown node:node /data
USER node
# All that is ever written; the rest may be read-only.
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.BACKSTORY_PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not by npm, which passes no signal on.
CMD ["node", "src/backstory.mjs", "start", "--no-chat"]
