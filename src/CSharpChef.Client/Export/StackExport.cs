using CSharpChef.Client.Calls;
using CSharpChef.Client.Names;
using CSharpChef.Client.Parts;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Client.Export;

/// <summary>A stack of a server as the file that declares it.</summary>
/// <param name="UnknownMembers">The members that the file lacks, because this version does not know them.</param>
internal sealed record StackExport(string Text, IReadOnlyList<string> UnknownMembers)
{
    public static async Task<StackExport> ReadAsync(string stack, ServerCall call, CancellationToken ct)
    {
        var found = await new StackReader(call).ReadAsync(stack, NameResolver.IsId(stack) ? stack : null, ct);
        return found.Stack is null
            ? throw new UsageException($"there is no stack {stack}: csharpchef stack list shows those there are")
            : new(StackScript.Of(found), found.UnknownMembers);
    }
}
