using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.WholeStacks;

[Description("Makes a stack with the settings and layers of another; apps and permissions if wanted, instances never.")]
internal sealed class CloneStack : Change<CloneStack.Request, CloneStack.Response>
{
    public override Right Right => Right.Create;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var source = await call.GetAsync<Stack>(request.SourceStackId);
        var id = call.NewId();
        var region = Patch.Merge(request.Region, source.Region)!;
        var stack = (Stack)request.MergeInto(await StackCopies.RevealedAsync(source, call.Store) with
        {
            Name = $"{source.Name} (copy)",
            StackId = id,
            Arn = Arn.Of("stack", region, call.Server.Account, id),
            Region = region,
            VpcId = Patch.Merge(request.VpcId, source.VpcId),
            CreatedAt = call.Now,
            Version = 0,
        });
        await NewStacks.AddAsync(stack, call);
        await StackCopies.LayersAsync(source, stack, call);
        await StackCopies.AppsAsync(source, stack, request.CloneAppIds ?? [], call);
        if (request.ClonePermissions == true)
        {
            await StackCopies.PermissionsAsync(source, stack, call);
        }

        return new(id);
    }

    [Requires("ServiceRoleArn")]
    internal sealed record Request : StackSettings
    {
        [Description("The stack to copy.")]
        public required string SourceStackId { get; init; }

        [Description("Any text; that of the source if not given.")]
        public string? Region { get; init; }

        [Description("A label; that of the source if not given.")]
        public string? VpcId { get; init; }

        [Description("Whether users get the same permissions on the new stack.")]
        public bool? ClonePermissions { get; init; }

        [Description("The apps to copy.")]
        public IReadOnlyList<string>? CloneAppIds { get; init; }
    }

    internal sealed record Response(string StackId);
}
