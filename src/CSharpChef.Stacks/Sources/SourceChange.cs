using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Sources;

/// <summary>The change of a source by a request. Before and After have their URLs as they were sent.</summary>
/// <param name="Member">The member of the request.</param>
/// <param name="Sent">The source in the request; null when the request has none.</param>
internal sealed record SourceChange(string Member, Source? Sent, Source? Before, Source? After)
{
    /// <summary>The source as it is stored: a URL with a user part or a query becomes a secret.</summary>
    public Source? Stored => After is { Url: { } url } && SourceUrl.Parse(url) is { HasSecretPart: true } parts
        ? After with
        {
            Url = parts.Filtered.ToString(),
            SealedUrl = url == Before?.Url && Before.SealedUrl is { } stored ? stored : Secret.New(url),
        }
        : After is null ? null : After with { SealedUrl = null };

    /// <summary>What the activity log says about the change.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. Removed("Password", Sent?.Password, Before?.Password, After?.Password),
        .. Removed("SshKey", Sent?.SshKey, Before?.SshKey, After?.SshKey),
        .. RemovedUrlParts(),
        .. KeyForm(),
    ];

    /// <summary>
    /// Validates a new URL, or one whose type changes. One that stays is not validated again: its rules may have been
    /// others.
    /// </summary>
    public void CheckUrl(Caller caller, SourceOptions options)
    {
        if (After?.Url is not { Length: > 0 } text
            || (text == Before?.Url && After.Type == Before.Type))
        {
            return;
        }

        var url = SourceUrlRules.Check(text, After.Type, $"{Member}.Url");
        if (url.Scheme == SourceUrl.File)
        {
            CheckFolder(url, caller, options);
        }
        else if (SourceHosts.IsLocal(url.Host) && !SourceHosts.IsNamed(url.Host, options.Hosts))
        {
            throw ApiError.Invalid(
                $"{Member}.Url",
                $"has the host {url.Host}, a loopback, link-local or multicast host: the server's operator can allow it with serve --allow-source-host");
        }
    }

    private void CheckFolder(SourceUrl url, Caller caller, SourceOptions options)
    {
        if (caller.Role != UserRole.Admin)
        {
            throw ApiError.Invalid($"{Member}.Url", "names a folder of the server, which only administrators may do");
        }

        var path = RealPath.Of(Uri.UnescapeDataString(url.Path));
        if (path is null || !options.Folders.Any(folder => RealPath.IsWithin(path, folder)))
        {
            throw ApiError.Invalid(
                $"{Member}.Url", "names a folder of the server that is not below one of those that serve --source-folder names");
        }
    }

    private IEnumerable<string> Removed(string name, Secret? sent, Secret? before, Secret? after)
    {
        if (After is not null && before is not null && after is null && sent is not { Clear: "" })
        {
            yield return $"{Member}.{name} was removed: it was given for another scheme, host or user name of the URL.";
        }
    }

    private IEnumerable<string> RemovedUrlParts()
    {
        if (Sent?.Url is { } url
            && SourceUrl.Parse(url) is { HasFilteredPart: true }
            && !SourceOrigin.IsSame(url, Before?.Url))
        {
            yield return Before?.Url is null
                ? $"The filtered part of {Member}.Url was left out: no URL with that part is stored."
                : $"The filtered part of {Member}.Url was removed: it was given for another scheme, host or user name.";
        }
    }

    private IEnumerable<string> KeyForm()
    {
        if (After?.SshKey is { Clear: { } key } && !key.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            yield return $"{Member}.SshKey is not a private key in PEM format: fetching the source with it fails.";
        }
    }
}
