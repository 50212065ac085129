/** The municipalities of Denmark, so that a place is known as one where it is no area of the installation. */
const municipalities = [
  ...'København Frederiksberg Ballerup Brøndby Dragør Gentofte Gladsaxe Glostrup Herlev Albertslund Hvidovre Høje-Taastrup'.split(
    ' ',
  ),
  ...'Lyngby-Taarbæk Rødovre Ishøj Tårnby Vallensbæk Furesø Allerød Fredensborg Helsingør Hillerød Hørsholm Rudersdal'.split(
    ' ',
  ),
  ...'Egedal Frederikssund Greve Køge Halsnæs Roskilde Solrød Gribskov Odsherred Holbæk Faxe Kalundborg Ringsted'.split(
    ' ',
  ),
  ...'Slagelse Stevns Sorø Lejre Lolland Næstved Guldborgsund Vordingborg Bornholm Middelfart Assens Faaborg-Midtfyn'.split(
    ' ',
  ),
  ...'Kerteminde Nyborg Odense Svendborg Nordfyns Langeland Ærø Haderslev Billund Sønderborg Tønder Esbjerg Fanø Varde'.split(
    ' ',
  ),
  ...'Vejen Aabenraa Fredericia Horsens Kolding Vejle Herning Holstebro Lemvig Struer Syddjurs Norddjurs Favrskov Odder'.split(
    ' ',
  ),
  ...'Randers Silkeborg Samsø Skanderborg Aarhus Ikast-Brande Ringkøbing-Skjern Hedensted Morsø Skive Thisted Viborg'.split(
    ' ',
  ),
  ...'Brønderslev Frederikshavn Vesthimmerlands Læsø Rebild Mariagerfjord Jammerbugt Aalborg Hjørring'.split(' '),
]
const regions = ['Nordjylland', 'Midtjylland', 'Syddanmark', 'Hovedstaden', 'Sjælland', 'Østdanmark'].map(
  (name) => `Region ${name}`,
)

/** Names of places in Denmark that a file may be about, as they are written. */
export const danishPlaces: readonly string[] = [...municipalities, ...regions, 'Århus', 'Ålborg', 'Åbenrå']

/** What the whole country is called in files. */
export const countryWords: readonly string[] = [
  'hele landet',
  'hele danmark',
  'danmark',
  'landet',
  'i hele landet',
  'landsplan',
  'på landsplan',
  'landsgennemsnit',
  'landsgennemsnittet',
  'landstal',
  'all denmark',
  'denmark',
  'the whole country',
]
