const prefixes = `
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dcatap: <http://data.europa.eu/r5r/> .
@prefix : <urn:shapes:> .
`

/** What is demanded of a property: `[how often, what it holds]`. */
type Demand = readonly [occurs: '1' | '0..1' | '1..' | '0..', holds: string]

const text = 'sh:nodeKind sh:Literal'
/** Once in each language. */
const translated = 'sh:datatype rdf:langString ; sh:uniqueLang true'
const moment = 'sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:dateTime ] )'
const address = 'sh:nodeKind sh:IRI'
const a = (type: string): string => `sh:class ${type}`
/** One of a list of the European Union's. */
const listed = (list: string, type: string): string =>
  `${a(type)} ; sh:pattern "^http://publications.europa.eu/resource/authority/${list}/[A-Z0-9_]+$"`

/**
 * What DCAT-AP 3.0 and its Danish profile 2.0.2 demand of everything a catalogue here has, in our own words: how often
 * each property may stand, and what it must hold. Written after the published shapes (SEMICeu/DCAT-AP releases/3.0.0,
 * shapes and ranges; digst/DCAT-AP-DK 2.0.2 strict, those of catalogue, data set and distribution), which are not run here;
 * where they differ, the stricter. What they recommend
 * and every data set here has is demanded too, and a property that is not here is refused.
 */
const demands: Readonly<Record<string, Readonly<Record<string, Demand>>>> = {
  'dcat:Catalog': {
    'dct:title': ['1..', translated],
    'dct:description': ['1..', translated],
    'dct:publisher': ['1', a('foaf:Agent')],
    'dcat:dataset': ['1..', a('dcat:Dataset')],
    'dct:language': ['1..', listed('language', 'dct:LinguisticSystem')],
    'dct:issued': ['1', moment],
    'dct:modified': ['1', moment],
    'foaf:homepage': ['1', a('foaf:Document')],
    'dcat:themeTaxonomy': ['1..', a('skos:ConceptScheme')],
    'dcat:contactPoint': ['1', a('vcard:Kind')],
  },
  'dcat:Dataset': {
    'dct:title': ['1..', translated],
    'dct:description': ['1..', translated],
    'dct:identifier': ['1..', text],
    'dct:publisher': ['1', a('foaf:Agent')],
    'dct:creator': ['0..1', a('foaf:Agent')],
    'dct:contributor': ['0..', a('foaf:Agent')],
    'dct:language': ['1..', listed('language', 'dct:LinguisticSystem')],
    'dct:issued': ['1', moment],
    'dct:modified': ['1', moment],
    'dct:accrualPeriodicity': ['1', listed('frequency', 'dct:Frequency')],
    'dct:accessRights': ['1', listed('access-right', 'dct:RightsStatement')],
    'dcat:theme': ['1..', listed('data-theme', 'skos:Concept')],
    'dcat:keyword': ['1..', text],
    'dcat:landingPage': ['1..', a('foaf:Document')],
    'dcat:contactPoint': ['1..', a('vcard:Kind')],
    'dct:spatial': ['1..', a('dct:Location')],
    'dct:temporal': ['1', a('dct:PeriodOfTime')],
    'dct:provenance': ['1..', a('dct:ProvenanceStatement')],
    'prov:wasDerivedFrom': ['0..', address],
    'dcat:distribution': ['1..', a('dcat:Distribution')],
  },
  'dcat:Distribution': {
    'dct:title': ['1..', translated],
    'dct:description': ['1..', translated],
    'dcat:accessURL': ['1..', address],
    'dcat:downloadURL': ['1..', address],
    'dcat:mediaType': ['1', a('dct:MediaType')],
    'dct:format': ['1', listed('file-type', 'dct:MediaTypeOrExtent')],
    'dct:license': ['0..1', a('dct:LicenseDocument')],
    'dct:rights': ['0..1', a('dct:RightsStatement')],
    'dct:modified': ['1', moment],
    'adms:status': ['1', listed('distribution-status', 'skos:Concept')],
    'dcatap:availability': ['1', listed('planned-availability', 'skos:Concept')],
  },
  'foaf:Agent': { 'foaf:name': ['1..', text], 'dct:type': ['0..1', a('skos:Concept')] },
  'vcard:Kind': {
    'vcard:fn': ['1', text],
    'vcard:hasURL': ['0..1', address],
    'vcard:hasEmail': ['0..1', address],
  },
  'dct:PeriodOfTime': { 'dcat:startDate': ['1', moment], 'dcat:endDate': ['1', moment] },
  'dct:Location': { 'skos:prefLabel': ['1..', translated], 'dct:identifier': ['1', text] },
  'dct:ProvenanceStatement': { 'rdfs:label': ['1..', translated] },
  'skos:Concept': { 'skos:prefLabel': ['1..', translated] },
  'skos:ConceptScheme': { 'dct:title': ['1..', translated] },
}

const counts: Readonly<Record<Demand[0], string>> = {
  '1': 'sh:minCount 1 ; sh:maxCount 1',
  '0..1': 'sh:maxCount 1',
  '1..': 'sh:minCount 1',
  '0..': 'sh:minCount 0',
}

const shapes = Object.entries(demands).map(([type, properties], at) => {
  const parts = Object.entries(properties).map(
    ([path, [occurs, holds]]) => `  sh:property [ sh:path ${path} ; ${counts[occurs]} ; ${holds} ]`,
  )
  const closed = 'sh:closed true ; sh:ignoredProperties ( rdf:type )'
  return `:Shape${at} a sh:NodeShape ; sh:targetClass ${type} ; ${closed} ;\n${parts.join(' ;\n')} .`
})

/** Either of them says on what terms the figures may be used. */
const licensed = `:Licensed a sh:NodeShape ; sh:targetClass dcat:Distribution ;
  sh:xone ( [ sh:property [ sh:path dct:license ; sh:minCount 1 ] ] [ sh:property [ sh:path dct:rights ; sh:minCount 1 ] ] ) .`

/** The demands as SHACL, in Turtle. */
export const dcatShapes = [prefixes, ...shapes, licensed].join('\n')
