using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

[Description("Lists agent versions. Machines run no agent: the only version is that of this server.")]
internal sealed class DescribeAgentVersions : Query<DescribeAgentVersions.Request, DescribeAgentVersions.Response>
{
    public override Right Right => Right.SignedIn;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var chef = request.ConfigurationManager
            ?? (request.StackId is { Length: > 0 } id ? (await call.GetAsync<Stack>(id)).ConfigurationManager : null);
        return new([new(call.Server.Version, chef ?? Stack.Defaults.ConfigurationManager!)]);
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public string? StackId { get; init; }

        [Description("A Chef version, instead of a stack.")]
        public ChefVersion? ConfigurationManager { get; init; }
    }

    internal sealed record Response(IReadOnlyList<AgentVersion> AgentVersions);

    internal sealed record AgentVersion(string Version, ChefVersion ConfigurationManager);
}
