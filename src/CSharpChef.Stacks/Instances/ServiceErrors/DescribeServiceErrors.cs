using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances.ServiceErrors;

[Description("Lists service errors of a stack or instance, or the errors with the given ids.")]
internal sealed class DescribeServiceErrors : Query<DescribeServiceErrors.Request, DescribeServiceErrors.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        new(await Selectors.ReadAsync<ServiceError>(
        call,
        Selectors.Under<Stack, ServiceError>("StackId", request.StackId),
        Selectors.Under<Instance, ServiceError>("InstanceId", request.InstanceId),
        Selectors.ByIds<ServiceError>("ServiceErrorIds", request.ServiceErrorIds)));

    internal sealed record Request
    {
        [Description("The stack. Specify one of StackId, InstanceId and ServiceErrorIds.")]
        public string? StackId { get; init; }

        [Description("The instance.")]
        public string? InstanceId { get; init; }

        [Description("The service errors.")]
        public IReadOnlyList<string>? ServiceErrorIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<ServiceError> ServiceErrors);
}
