using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Access;

[Description(
    "Always refused: it was for Windows machines, which are not supported. Use SetPermission with AllowSsh instead.")]
internal sealed class GrantAccess : Change<GrantAccess.Request, GrantAccess.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        Validate.Range("ValidForInMinutes", request.ValidForInMinutes, 60, 1440);
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        throw ApiError.Invalid(
            $"Instance {instance.Label} runs Linux, and temporary access is only for Windows: use SetPermission with AllowSsh.");
    }

    internal sealed record Request
    {
        [Description("The instance.")]
        public required string InstanceId { get; init; }

        [Description("60 to 1440 minutes.")]
        public int? ValidForInMinutes { get; init; }
    }

    internal sealed record Response(TemporaryCredential TemporaryCredential);
}
