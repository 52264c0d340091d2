import HTTPTypes
import Hummingbird

/// `/faults`: there only when the portal was started for tests.
///
/// `PUT` with a list of rules puts them in the place of those before, `GET` tells how often each was met, `DELETE`
/// ends them all.
struct FaultRoutes {
    let book: FaultBook

    func add(to group: RouterGroup<DemoContext>) {
        group.get { _, _ in try Response.json(book.all) }
        group.put { request, context in
            book.replace(with: try await request.json([FaultRule].self, context: context))
            return Response.noContent
        }
        group.delete { _, _ in
            book.replace(with: [])
            return Response.noContent
        }
    }
}
