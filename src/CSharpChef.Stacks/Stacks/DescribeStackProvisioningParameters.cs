using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

[Description(
    "Returns what the former agent needed to register a machine. No agent is installed here: RegisterInstance registers a machine.")]
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
