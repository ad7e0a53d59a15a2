using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.WholeStacks;

[Description(
    "Creates a stack with the settings and layers of another stack, optionally with its apps and permissions. Instances and tags are not copied, and load-based scaling is off.")]
internal sealed class CloneStack : Change<CloneStack.Request, CloneStack.Response>
{
    public override Right Right => Right.Create;

    public override string? StackOf(object request) => ((Request)request).SourceStackId;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var source = await call.GetAsync<Stack>(request.SourceStackId);
        var id = call.NewId();
        var region = Patch.Merge(request.Region, source.Region)!;
        var decrypted = await StackCopies.DecryptAsync(source, call.Store);
        var stack = (Stack)request.MergeInto(decrypted with
        {
            Name = $"{source.Name} (copy)",
            StackId = id,
            Arn = Arn.Of("stack", region, call.Server.Account, id),
            Region = region,
            VpcId = Patch.Merge(request.VpcId, source.VpcId),
            CreatedAt = call.Now,
            Tags = new Dictionary<string, string>(),
            Pause = null,
            Version = 0,
        });
        await StackCreation.AddAsync(stack, request.CustomCookbooksSource, decrypted.CustomCookbooksSource, call);
        var layers = await StackCopies.CopyLayersAsync(source, stack, call);
        await StackCopies.CopyAppsAsync(source, stack, request.CloneAppIds ?? [], layers, call);
        if (request.ClonePermissions == true)
        {
            await StackCopies.CopyPermissionsAsync(source, stack, call);
        }

        return new(id);
    }

    [Requires("ServiceRoleArn")]
    internal sealed record Request : StackSettings
    {
        [Description("The stack to copy.")]
        public required string SourceStackId { get; init; }

        [Description("Any text. Default: the source's region.")]
        public string? Region { get; init; }

        [Description("A label. Default: the source's.")]
        public string? VpcId { get; init; }

        [Description("Whether to copy the source's permissions.")]
        public bool? ClonePermissions { get; init; }

        [Description("The apps to copy.")]
        public IReadOnlyList<string>? CloneAppIds { get; init; }
    }

    internal sealed record Response(string StackId);
}
