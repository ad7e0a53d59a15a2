using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances.ServiceErrors;

[Description("Lists what the server could not do: in a stack, for an instance, or those of the ids.")]
internal sealed class DescribeServiceErrors : Query<DescribeServiceErrors.Request, DescribeServiceErrors.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) => Selectors.Only(
        ("StackId", request.StackId), (
            "InstanceId",
            request.InstanceId), ("ServiceErrorIds", request.ServiceErrorIds)) switch
    {
        "StackId" => new(await call.Store.ListAsync<ServiceError>((await call.GetAsync<Stack>(request.StackId)).Id)),
        "InstanceId" =>
            new(await call.Store.ListAsync<ServiceError>((await call.GetAsync<Instance>(request.InstanceId)).Id)),
        _ => new(await call.GetAsync<ServiceError>(request.ServiceErrorIds!)),
    };

    internal sealed record Request
    {
        [Description("The stack. Give one of StackId, InstanceId and ServiceErrorIds.")]
        public string? StackId { get; init; }

        [Description("The instance.")]
        public string? InstanceId { get; init; }

        [Description("The errors.")]
        public IReadOnlyList<string>? ServiceErrorIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<ServiceError> ServiceErrors);
}
