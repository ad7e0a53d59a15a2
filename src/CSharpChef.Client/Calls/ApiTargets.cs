using CSharpChef.Converge.Errors;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Client.Calls;

/// <summary>Finds operations by name.</summary>
internal static class ApiTargets
{
    public static string Of(string operation) => Find(operation).Target;

    public static Operation Find(string operation) =>
        OperationCatalog.All.FirstOrDefault(candidate => candidate.Name == operation || candidate.Target == operation)
        ?? throw new UsageException($"there is no operation {operation}{Near(operation)}");

    private static string Near(string operation) =>
        OperationCatalog.All.FirstOrDefault(
            candidate => string.Equals(candidate.Name, operation, StringComparison.OrdinalIgnoreCase)) is { } near
            ? $": did you mean {near.Name}?"
            : ": csharpchef api lists them";
}
