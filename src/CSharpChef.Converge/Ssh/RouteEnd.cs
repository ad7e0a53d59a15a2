namespace CSharpChef.Converge.Ssh;

/// <summary>The account and the address at which a route ends.</summary>
internal sealed record RouteEnd(string User, string Address, int Port);
