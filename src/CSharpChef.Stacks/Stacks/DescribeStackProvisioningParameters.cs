using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

[Description("What the agent of old needed to register a machine. There is none to install here: RegisterInstance takes a machine in.")]
internal sealed class DescribeStackProvisioningParameters
    : Query<StackRequest, DescribeStackProvisioningParameters.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        return new($"{call.Server.Url}/register", new Dictionary<string, string>
        {
            ["stack_id"] = stack.StackId,
            ["ops_works_endpoint"] = call.Server.Url,
            ["ops_works_region"] = stack.Region,
            ["assets_download_bucket"] = call.Server.Url,
        });
    }

    internal sealed record Response(string AgentInstallerUrl, IReadOnlyDictionary<string, string> Parameters);
}
