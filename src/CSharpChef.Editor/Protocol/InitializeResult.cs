namespace CSharpChef.Editor.Protocol;

internal sealed record InitializeResult(ServerCapabilities Capabilities, InitializeResult.Server ServerInfo)
{
    internal sealed record Server(string Name, string Version);
}
