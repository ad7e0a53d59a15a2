using CSharpChef.Client.Calls;

namespace CSharpChef.Client.Servers;

/// <summary>A server that we are logged in to.</summary>
internal sealed record KnownServer(string Url, string Token)
{
    /// <summary>By which it is revoked; none when the token was made elsewhere.</summary>
    public string? TokenId { get; init; }

    public string? Ca { get; init; }

    /// <param name="ca">Another authority than that of the login.</param>
    public ServerAccess Access(string? ca) => new(ServerAccess.Parse(Url)) { Token = Token, CaFile = ca ?? Ca };

    public override string ToString() => Url;
}
