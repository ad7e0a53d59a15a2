using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Apps;

[Description("Lists the apps of a stack, or the apps with the given ids.")]
internal sealed class DescribeApps : Query<DescribeApps.Request, DescribeApps.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var ids = await Selectors.IdsAsync(
            call,
            Selectors.Under<Stack, App>("StackId", request.StackId),
            Selectors.ByIds<App>("AppIds", request.AppIds));
        return new(call.Read<App>(ids, (apps, session) => SourceUrls.ShowAsync(
            apps,
            app => call.May(Right.Deploy, app.StackId),
            app => app.AppSource,
            (app, source) => app with { AppSource = source },
            session)));
    }

    internal sealed record Request
    {
        [Description("The stack. Specify StackId or AppIds.")]
        public string? StackId { get; init; }

        [Description("The apps.")]
        public IReadOnlyList<string>? AppIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<App> Apps);
}
