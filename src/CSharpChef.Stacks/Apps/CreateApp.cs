using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Apps;

[Description("Creates an app without deploying it.")]
internal sealed class CreateApp : Change<CreateApp.Request, CreateApp.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        Validate.NoMoreThan(
            call.Server.Limits.AppsPerStack, await call.Store.CountAsync<App>(stack.StackId), "apps in a stack");
        var id = call.NewId();
        var app = (App)request.MergeInto(App.Defaults).MergeInto(new App
        {
            AppId = id,
            StackId = stack.StackId,
            Shortname = Patch.Merge(request.Shortname, null) ?? AppShortname.Of(request.Name ?? ""),
            CreatedAt = call.Now,
        });
        AppRules.Check(app);
        var source = AppRules.SourceChange(request.AppSource, before: null, app.AppSource);
        await AppLayers.CheckAsync(stack.StackId, request.LayerIds, call);
        await AppDatabases.CheckAsync(stack.StackId, request.DataSources, call);
        source.CheckUrl(call.Caller, call.Server.Sources);
        await call.Store.AddAsync(SecretEnvironment.Hide(app with { AppSource = source.Stored }), source.Warnings);
        return new(id);
    }

    [Requires("Name", "Type")]
    internal sealed record Request : AppSettings
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("The name used in recipes. Default: derived from Name. It cannot be changed.")]
        public string? Shortname { get; init; }
    }

    internal sealed record Response(string AppId);
}
