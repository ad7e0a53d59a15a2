using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

[Description(
    "Chooses the provider of a stack's machines. Instances that were started keep the one of their first start.")]
internal sealed class SetStackProvider : Change<SetStackProvider.Request, Empty>
{
    public override string Prefix => Own;

    public override Right Right => Right.Admin;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        var provider = Patch.Merge(request.Provider, null);
        if (provider is not null && !call.Server.Providers.Contains(provider))
        {
            throw call.Server.Providers.Count > 0
                ? ApiError.NotOneOf("Provider", provider, [.. call.Server.Providers])
                : ApiError.Invalid(
                    "Provider", $"is '{provider}', and this server offers no providers: start it with serve --local");
        }

        await call.Store.SaveAsync(stack, stack with { Provider = provider });
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("The name of a provider of this server, such as local. Default: the server's default provider.")]
        public string? Provider { get; init; }
    }
}
