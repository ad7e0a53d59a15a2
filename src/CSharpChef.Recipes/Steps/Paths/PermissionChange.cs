namespace CSharpChef.Recipes.Steps;

/// <summary>The words of a change to the mode, owner or group of a file or directory.</summary>
internal static class PermissionChange
{
    public const string SetMode = "set mode";
    public const string SetOwner = "set owner";
    public const string SetGroup = "set group";
}
