using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Apps;

[Says("Changes an app's settings. Machines learn of it when it is deployed.")]
internal sealed class UpdateApp : Change<UpdateApp.Request, Nothing>
{
    public override Right Right => Right.Deploy;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var app = await call.GetAsync<App>(request.AppId);
        await call.Store.SaveAsync(app, SecretEnvironment.Hide(AppRules.Check((App)request.Over(app))));
        return Nothing.Here;
    }

    internal sealed record Request : AppSettings
    {
        [Says("The app.")]
        public required string AppId { get; init; }
    }
}
