using CSharpChef.Client.Calls;
using CSharpChef.Client.Names;
using CSharpChef.Client.Parts;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Client.Export;

/// <summary>Writes a stack of a server as the file that declares it.</summary>
internal static class StackExport
{
    public static async Task<string> TextAsync(string stack, ServerCall call, CancellationToken ct)
    {
        var found = await new StackReader(call).ReadAsync(stack, NameResolver.IsId(stack) ? stack : null, ct);
        return found.Stack is null
            ? throw new UsageException($"there is no stack {stack}: csharpchef stack list shows those there are")
            : StackScript.Of(found);
    }
}
