namespace CSharpChef.Converge.DataBags;

/// <summary>
/// Finds data bags for recipes: those in folders of this machine (<see cref="DataBagFolders"/>), or those that a unit
/// test gives to its fake node.
/// </summary>
internal interface IDataBagSource
{
    /// <summary>The names of the items of a data bag, sorted.</summary>
    /// <exception cref="RecipeException">There is no such data bag.</exception>
    Task<IReadOnlyList<string>> ItemsAsync(string bag, CancellationToken ct);

    /// <summary>An item, decrypted.</summary>
    /// <exception cref="RecipeException">It does not exist, or cannot be read or decrypted.</exception>
    Task<ItemText> ItemAsync(ItemName name, CancellationToken ct);
}
