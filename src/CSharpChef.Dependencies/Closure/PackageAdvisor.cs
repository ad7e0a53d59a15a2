using System.Globalization;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Converge.Errors;
using CSharpChef.Dependencies.Packages;
using NuGet.Common;
using NuGet.Packaging.Core;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Protocol.Model;
using NuGet.Versioning;

namespace CSharpChef.Dependencies.Closure;

/// <summary>
/// Asks feeds which packages have known vulnerabilities or are deprecated. Feeds that do not know say nothing; one that
/// does not answer is a warning of its own, since the packages themselves are there.
/// </summary>
internal sealed class PackageAdvisor(PackageFeeds feeds, AdviceCache cache)
{
    // Why feeds did not answer: they are not asked again.
    private readonly Dictionary<SourceRepository, string> silent = [];

    /// <returns>The warnings, which the cache keeps.</returns>
    public async Task<IReadOnlyList<string>> AskAsync(IReadOnlyList<LockedPackage> packages, CancellationToken ct)
    {
        var lines = new List<string>();
        var vulnerabilities = packages.Count == 0 ? [] : await VulnerabilitiesAsync(ct);
        foreach (var package in packages)
        {
            var warnings = vulnerabilities.Where(known => known.Affects(package)).Select(known => Text(known.Info))
                .Concat(await DeprecationsAsync(package, ct))
                .Distinct()
                .ToList();
            if (silent.Count == 0)
            {
                cache.Write(package, warnings);
            }

            lines.AddRange(warnings.Select(warning => $"the NuGet package {package} {warning}"));
        }

        return [.. lines, .. silent.Values];
    }

    private async Task<IReadOnlyList<Vulnerability>> VulnerabilitiesAsync(CancellationToken ct)
    {
        var all = new List<Vulnerability>();
        foreach (var feed in feeds.All.Where(feed => feed.PackageSource.IsHttp))
        {
            all.AddRange(await AskAsync(feed, "known vulnerabilities", async token =>
                await feed.GetResourceAsync<IVulnerabilityInfoResource>(token) is { } resource
                    ? Known(await resource.GetVulnerabilityInfoAsync(feeds.Cache, NullLogger.Instance, token))
                    : [], ct) ?? []);
        }

        return all;
    }

    private static List<Vulnerability> Known(GetVulnerabilityInfoResult result) => result.Exceptions is null
        ? [.. (result.KnownVulnerabilities ?? [])
            .SelectMany(page => page)
            .SelectMany(pair => pair.Value.Select(each => new Vulnerability(pair.Key, each)))]
        : throw new FatalProtocolException(result.Exceptions.InnerExceptions[0].Message, result.Exceptions);

    private async Task<IReadOnlyList<string>> DeprecationsAsync(LockedPackage package, CancellationToken ct)
    {
        var identity = new PackageIdentity(package.Id, NuGetVersion.Parse(package.Version));
        var warnings = new List<string>();
        foreach (var feed in feeds.FeedsOf(package.Id).Where(feed => feed.PackageSource.IsHttp))
        {
            var deprecation = await AskAsync(feed, package.Id, async token =>
                await feed.GetResourceAsync<RegistrationResourceV3>(token) is not null
                && await feed.GetResourceAsync<PackageMetadataResource>(token) is { } resource
                && await resource.GetMetadataAsync(identity, feeds.Cache, NullLogger.Instance, token) is { } metadata
                    ? await metadata.GetDeprecationMetadataAsync()
                    : null, ct);
            if (deprecation is not null)
            {
                warnings.Add(Text(deprecation));
            }
        }

        return warnings;
    }

    private async Task<T?> AskAsync<T>(
        SourceRepository feed, string subject, Func<CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        if (silent.ContainsKey(feed))
        {
            return default;
        }

        try
        {
            return await feeds.AskAsync(feed, subject, ask, ct);
        }
        catch (ChefException e) when (e is ConnectionException or RecipeException)
        {
            silent.Add(feed, $"vulnerable and deprecated packages are not known: {e.Message}");
            return default;
        }
    }

    private static string Text(PackageVulnerabilityInfo vulnerability) => string.Create(
        CultureInfo.InvariantCulture,
        $"has a known vulnerability of {vulnerability.Severity.ToString().ToLowerInvariant()} severity: {vulnerability.Url}");

    private static string Text(PackageDeprecationMetadata deprecation) => Printable(
        $"is deprecated ({string.Join(", ", deprecation.Reasons ?? [])})"
        + (deprecation.Message is { Length: > 0 } message ? $": {message}" : "")
        + (deprecation.AlternatePackage is { PackageId: { } id } ? $"; use {id} instead" : ""));

    // The text comes from the owner of the package: it must not control the terminal.
    private static string Printable(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    /// <summary>A vulnerability that a feed knows of versions of a package.</summary>
    private sealed record Vulnerability(string Id, PackageVulnerabilityInfo Info)
    {
        public bool Affects(LockedPackage package) =>
            Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase)
            && Info.Versions.Satisfies(NuGetVersion.Parse(package.Version));
    }
}
