using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Apps;

[Description("Updates an app's settings. Machines receive them when the app is deployed.")]
internal sealed class UpdateApp : Change<UpdateApp.Request, Empty>
{
    public override Right Right => Right.Deploy;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var app = await call.GetAsync<App>(request.AppId);
        await call.Store.SaveAsync(app, SecretEnvironment.Hide(AppRules.Check((App)request.MergeInto(app))));
        return Empty.Value;
    }

    internal sealed record Request : AppSettings
    {
        [Description("The app.")]
        public required string AppId { get; init; }
    }
}
