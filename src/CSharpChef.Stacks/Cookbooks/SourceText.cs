using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Cookbooks;

/// <summary>A source as messages and hashes have it: without passwords, tokens and signatures.</summary>
internal static class SourceText
{
    /// <summary>The URL without its query, and without its user part except the user name of SSH.</summary>
    public static string Url(SourceUrl url) => (url with
    {
        User = url.Scheme == "ssh" ? UserName(url) : null,
        Query = null,
    }).ToString();

    public static string? UserName(SourceUrl url) =>
        url.User?.Split(':') is [var name, ..] ? Uri.UnescapeDataString(name) : null;

    public static string? Password(SourceUrl url) =>
        url.User?.Split(':', 2) is [_, var password] ? Uri.UnescapeDataString(password) : null;

    /// <summary>
    /// The last name of the path without its extension, as a cookbook may be called; null when it cannot be.
    /// </summary>
    public static string? Name(SourceUrl url) => url.Path.TrimEnd('/').Split('/', ':')[^1].Split('.')[0] is var name
        && Converge.Cookbooks.RunListItem.IsName(name) ? name : null;
}
