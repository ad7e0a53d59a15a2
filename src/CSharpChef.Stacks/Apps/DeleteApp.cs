using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Apps;

[Description("Deletes an app.")]
internal sealed class DeleteApp : Change<DeleteApp.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        await call.Store.RemoveAsync(await call.GetAsync<App>(request.AppId));
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The app.")]
        public required string AppId { get; init; }
    }
}
