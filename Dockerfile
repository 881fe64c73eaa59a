# The guide in a container that serves it and nothing else: nginx as an ordinary user, nothing to
# write to but /tmp.
#
#   docker build --build-arg SITE_URL=https://guide.example.gov.uk/ --tag five-attributes .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
#     --publish 8080:8080 five-attributes
#
# For a council's own copy, whose folder is in brands/:
#   docker build --build-arg BRAND=brands/northshire …
# It fails where an id of the council's own is not in the folder's released-ids.txt: what is
# written in the container would be gone with it.
#
# To make a release of a folder, without Python on your computer:
#   docker build --target guide --tag guide .
#   docker run --rm --volume "$PWD:/work" guide release northshire

FROM python:3.11-slim-bookworm@sha256:a36c24f9cbdf4fd0f52d67f0823eeac19c2028c637cecc392d97f980d4fec56b AS guide
WORKDIR /src
ENV NO_MKDOCS_2_WARNING=1 PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/src
COPY requirements.txt .
RUN python -m pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY . .
WORKDIR /work
ENTRYPOINT ["python", "-P", "-m", "guide"]

FROM guide AS build
WORKDIR /src
ARG SITE_URL
ARG BRAND
RUN if [ -n "$BRAND" ]; then python -m macros.brand release-ids "$BRAND" --check; fi
RUN if [ -n "$BRAND" ]; then python -m guide release "$BRAND" --to release; else python -m mkdocs build --strict && python -m publish site release; fi

# Debian 12, whose nginx the tests run; it gets security updates until June 2028.
FROM debian:bookworm-slim@sha256:3783cc01769c7b2b1b83a5c5ad96c815348e28ed7da68e2e3687004faa906251
RUN apt-get update \
    && apt-get install --yes --no-install-recommends nginx libnginx-mod-http-brotli-static \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /src/release/site /srv/five-attributes
COPY --from=build /src/release/hosts/container.conf /etc/nginx/nginx.conf
USER www-data
EXPOSE 8080
STOPSIGNAL SIGQUIT
CMD ["nginx", "-e", "stderr", "-g", "daemon off;"]
