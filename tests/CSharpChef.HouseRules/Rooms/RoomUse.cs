namespace CSharpChef.HouseRules.Rooms;

/// <summary>A place where one room uses a type of another, or a member of such a type.</summary>
internal sealed record RoomUse(string From, string To, string Where, string Type)
{
    public override string ToString() => $"{From} uses {To}: {Where} names {Type}";
}
