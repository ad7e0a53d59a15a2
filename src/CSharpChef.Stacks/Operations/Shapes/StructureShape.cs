namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>The shape of an object with known members.</summary>
internal sealed record StructureShape(string Name, IReadOnlyList<Member> Members) : Shape
{
    public override string Noun => "an object";

    public Member? Find(string name) => Members.FirstOrDefault(member => member.Name == name);
}
