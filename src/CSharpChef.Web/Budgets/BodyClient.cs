namespace CSharpChef.Web.Budgets;

/// <summary>The sender of a body.</summary>
/// <param name="Name">Its network and access key: what shares memory fairly with others.</param>
/// <param name="IsKnown">True when a credential of the client was valid before.</param>
/// <param name="Connection">Its connection; null where connections are not limited.</param>
internal sealed record BodyClient(string Name, bool IsKnown, ClientConnection? Connection);
