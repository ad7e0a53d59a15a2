namespace CSharpChef.Stacks.Instances.Life;

/// <summary>The types of the commands that the server starts for the life of an instance.</summary>
internal static class LifeCommands
{
    public const string Setup = "setup";
    public const string Shutdown = "shutdown";

    /// <summary>Setup and Deploy of the layers that an online instance gets.</summary>
    public const string SetupLayers = "setup_layers";

    /// <summary>Shutdown of the layers that an online instance loses.</summary>
    public const string ShutdownLayers = "shutdown_layers";
}
