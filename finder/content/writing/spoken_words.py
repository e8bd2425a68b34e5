"""Words whose syllables no rule of ours gets right, by how many they have. The rules do the rest."""

_BY_COUNT = {
    1: "friend friends loved months our ours whose",
    2: (
        "acne being biopsied couple diet diets evening every eyebrow fatigue fluid fluids giant giants lion maybe "
        "mayo people platelet platelets poem quiet riot ruin science surgeon surgeons therefore threaten "
        "threatens triage trial trials via yourself"
    ),
    3: (
        "area areas average behavior beforehand business creative different difference differences "
        "everyday everyone everything everywhere favorite favourite general idea ideas interest interested "
        "interesting medicine medicines nausea nucleus opinion opinions pancreas quietly sciences temperature uvea "
        "valproate vegetable vitreous naive italian"
    ),
    4: (
        "apnoea diarrhea diarrhoea european especially evaluate oesophagus esophagus rearranged rearrangement "
        "rearrangements scientific societies society usually vitreal"
    ),
    5: "allogeneic evaluation intravitreal radioactive coordinating coordination",
    6: "haematopoietic hematopoietic",
}
SYLLABLES = {word: count for count, words in _BY_COUNT.items() for word in words.split()}
