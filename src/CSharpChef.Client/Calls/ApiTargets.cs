using CSharpChef.Converge.Errors;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Client.Calls;

/// <summary>Finds operations by name.</summary>
internal static class ApiTargets
{
    public static string Of(string operation) => Find(operation).Target;

    public static Operation Find(string operation) =>
        OperationCatalog.All.FirstOrDefault(known => known.Name == operation || known.Target == operation)
        ?? throw new UsageException($"there is no operation {operation}{Suggestion(operation)}");

    private static string Suggestion(string operation) =>
        OperationCatalog.All.FirstOrDefault(
            known => string.Equals(known.Name, operation, StringComparison.OrdinalIgnoreCase)) is { } near
            ? $": did you mean {near.Name}?"
            : ": csharpchef api lists the operations";
}
