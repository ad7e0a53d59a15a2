using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Apps;

[Says("Removes an app.")]
internal sealed class DeleteApp : Change<DeleteApp.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        await call.Store.RemoveAsync(await call.GetAsync<App>(request.AppId));
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The app.")]
        public required string AppId { get; init; }
    }
}
