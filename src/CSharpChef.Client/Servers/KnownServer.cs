using CSharpChef.Client.Calls;

namespace CSharpChef.Client.Servers;

/// <summary>A server that the user logged in to.</summary>
internal sealed record KnownServer(string Url, string Token)
{
    /// <summary>Logout revokes the token by this id; null when the token was created elsewhere.</summary>
    public string? TokenId { get; init; }

    public string? Ca { get; init; }

    /// <param name="ca">A certificate authority that replaces that of the login.</param>
    public ServerAccess Access(string? ca) => new(ServerAccess.Parse(Url)) { Token = Token, CaFile = ca ?? Ca };

    public override string ToString() => Url;
}
