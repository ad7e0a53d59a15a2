using System.Text.Json;
using CSharpChef.Converge.Cookbooks.Packages;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>Writes the packages of <c>cookbook.lock.json</c>.</summary>
internal static class LockedPackageText
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<LockedPackage> packages)
    {
        if (packages.Count == 0)
        {
            return;
        }

        json.WriteStartObject(PackageReader.Root);
        foreach (var package in packages)
        {
            Write(json, package);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LockedPackage package)
    {
        json.WriteStartObject(package.Id);
        json.WriteString("version", package.Version);
        json.WriteString("hash", package.Hash);
        if (package.IsDirect)
        {
            json.WriteStartObject("requested");
            foreach (var (cookbook, version) in package.Requested.OrderBy(each => each.Key, StringComparer.Ordinal))
            {
                json.WriteString(cookbook, version);
            }

            json.WriteEndObject();
        }

        WriteList(json, "dependencies", package.Dependencies);
        WriteList(json, "assemblies", package.Assemblies);
        if (package.References is { } references)
        {
            json.WritePropertyName("references");
            WriteTexts(json, references);
        }

        if (package.RuntimeAssemblies.Count > 0)
        {
            json.WriteStartObject("runtimes");
            foreach (var (runtime, files) in package.RuntimeAssemblies.OrderBy(each => each.Key))
            {
                json.WritePropertyName(runtime);
                WriteTexts(json, files);
            }

            json.WriteEndObject();
        }

        WriteList(json, "native", package.NativeRuntimes);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            json.WritePropertyName(key);
            WriteTexts(json, texts);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, IReadOnlyList<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
