namespace CSharpChef.Client.Records;

/// <summary>Finds members of a record that are unknown to this version, such as <c>CustomRecipes.Restart</c>.</summary>
internal static class UnknownMembers
{
    public static IReadOnlyList<string> Of(ApiRecord record) =>
    [
        .. (record.Unknown ?? []).Keys,
        .. ClientJson.Default.GetTypeInfo(record.GetType())!.Properties
            .Where(property => !property.IsExtensionData)
            .SelectMany(property => Inside(property.Name, property.Get?.Invoke(record))),
    ];

    private static IEnumerable<string> Inside(string name, object? value) => value switch
    {
        ApiRecord inner => Of(inner).Select(member => $"{name}.{member}"),
        IEnumerable<ApiRecord> items => items.SelectMany(Of).Distinct().Select(member => $"{name}.{member}"),
        _ => [],
    };
}
