using System.Text.Json.Nodes;
using CSharpChef.Client.Parts;
using CSharpChef.Client.Records.Layers;

namespace CSharpChef.Client.Differences;

/// <summary>Finds what the server would refuse, before anything is changed.</summary>
internal static class Conflict
{
    public static IEnumerable<string> Of(IReadOnlyList<PartPair> pairs, ActualStack actual)
    {
        var layers = pairs.Where(pair => pair.Declared.Kind == PartKind.Layer).Select(pair => pair.Declared.Key)
            .Concat(actual.Of(PartKind.Layer).Select(layer => layer.Key))
            .ToHashSet();
        return pairs.SelectMany(
            pair => Of(pair, layers, actual).Select(conflict => $"{pair.Declared.At}: {pair.Declared}: {conflict}"));
    }

    public static IEnumerable<string> OfRemoval(ActualPart part)
    {
        if (part.IsRegistered)
        {
            yield return $"{part.Kind} {part.Label} is a registered machine and not in the file: deregister it, or put it in the file";
        }
        else if (!part.CanChange)
        {
            yield return $"{part.Kind} {part.Label} is {part.Status} and not in the file: stop it before it is removed, or put it in the file";
        }
    }

    private static IEnumerable<string> Of(PartPair pair, HashSet<string> layers, ActualStack actual)
    {
        var (declared, change) = (pair.Declared, pair.Change);
        foreach (var unknown in declared.Members.Select(member => member.Key)
            .Where(name => !declared.Kind.Settings.Contains(name)))
        {
            yield return $"there is no member {unknown}{Nearest.Question(unknown, declared.Kind.Settings)}";
        }

        foreach (var fixedChange in change is { Action: PartAction.Change }
            ? change.Members.Where(member => declared.Kind.IsFixed(member.Member))
            : [])
        {
            yield return $"{fixedChange.Path} cannot be changed from {MemberDescription.Of(fixedChange.Before)} to {MemberDescription.Of(fixedChange.After)}:"
                + $" keep the old value, or delete the {declared.Kind} and apply again";
        }

        if (declared.Members[nameof(LayerRecord.Type)]?.GetValue<string>() is { } type
            && declared.Kind == PartKind.Layer
            && type != "custom"
            && type != declared.Key)
        {
            yield return $"the short name of a layer of type {type} is {type}: declare it as Layer(\"{type}\", ...)";
        }

        if (declared.Kind == PartKind.Permission && actual.UserOf(declared.Key) is null)
        {
            yield return "the server has no such user, or you may not list its users: declare the permission with the user's ARN, or create the user with csharpchef user create";
        }

        foreach (var unknown in LayersOf(pair).Where(layer => !layers.Contains(layer)))
        {
            yield return $"there is no layer {unknown}{Nearest.Question(unknown, layers)}";
        }

        foreach (var conflict in declared.Kind == PartKind.Instance ? OfInstance(pair) : [])
        {
            yield return conflict;
        }
    }

    private static IReadOnlyList<string> LayersOf(PartPair pair) =>
        [.. (pair.Declared.Members[PartMembers.Layers] as JsonArray ?? []).Select(layer => layer!.GetValue<string>())];

    private static IEnumerable<string> OfInstance(PartPair pair)
    {
        if (pair.Actual is null && LayersOf(pair).Count == 0)
        {
            yield return "it needs at least one layer: i.Layers(\"web\")";
        }

        var settingChanges = pair.Change?.Members.Where(member => member.Member != PartMembers.Hours).ToList() ?? [];
        if (pair.Actual is { CanChange: false } actual && settingChanges.Count > 0)
        {
            var changedPaths = string.Join(", ", settingChanges.Select(member => member.Path));
            yield return actual.IsRegistered
                ? $"{changedPaths} of a registered machine cannot be changed by a file"
                : $"{changedPaths} can be changed only while it is stopped, and it is {actual.Status}: stop it first, or remove that from the file";
        }
    }
}
