"""A server whose settings are of a release whose pages had nothing in themselves."""

from playwright.sync_api import Page, Route

from publish.policy import policy


def under_an_earlier_policy(page: Page) -> None:
    """Serve the page's documents with a policy that names no hash."""

    def answer(route: Route) -> None:
        response = route.fetch()
        headers = {**response.headers, "content-security-policy": policy()}
        route.fulfill(response=response, headers=headers)

    page.route(lambda url: url.partition("?")[0].endswith("/"), answer)
