using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Apps;

[Description("Updates an app's settings. Machines receive them when the app is deployed.")]
internal sealed class UpdateApp : Change<UpdateApp.Request, Empty>
{
    public override Right Right => Right.Deploy;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var app = await call.GetAsync<App>(request.AppId);
        var current = await SourceUrls.OpenAsync(app, app.AppSource, call.Store);
        var changed = AppRules.Check((App)request.MergeInto(app with { AppSource = current }));
        var source = AppRules.SourceChange(request.AppSource, current, changed.AppSource);
        if (request.SslConfiguration is not null && changed.SslConfiguration is { } pair)
        {
            AppRules.CheckKeyPair(pair.Certificate, await call.Store.RevealAsync(app, pair.PrivateKey));
        }

        await AppLayers.CheckAsync(app.StackId, request.LayerIds, call);
        await AppDatabases.CheckAsync(app.StackId, request.DataSources, call);
        source.CheckUrl(call.Caller, call.Server.Sources);
        await call.Store.SaveAsync(
            app with { AppSource = SourceUrls.Filter(app.AppSource) },
            SecretEnvironment.Hide(changed with { AppSource = source.Stored }),
            source.Warnings);
        return Empty.Value;
    }

    internal sealed record Request : AppSettings
    {
        [Description("The app.")]
        public required string AppId { get; init; }
    }
}
