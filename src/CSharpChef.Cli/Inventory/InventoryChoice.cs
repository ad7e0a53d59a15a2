using CSharpChef.Cli.Projects;

namespace CSharpChef.Cli.Inventory;

/// <summary>The inventory that a command uses, and what names it.</summary>
internal sealed record InventoryChoice(string Path, string From)
{
    public const string Variable = "CSHARPCHEF_INVENTORY";

    /// <summary>The inventory of the option, of the environment, or of the project; null for none.</summary>
    public static InventoryChoice? Of(string? option, ProjectFile? project) =>
        option is not null ? new(option, "--inventory")
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? new(path, Variable)
        : project?.Inventory is { } inventory ? new(inventory, ProjectFile.Name)
        : null;

    /// <summary>Whether the project names it.</summary>
    public bool IsOfProject => From == ProjectFile.Name;
}
